import type { Graded, Troubled } from "#classroom/gradeClass.ts";
import type { OpenClass } from "#classroom/openClass.ts";
import type { ClassEvent } from "#serve/client/classEvents.ts";
import type { ClassOptions } from "./options.ts";
import { ProgressDisplay } from "./progress.ts";
import { announce, strayPlaces, tellTroubled } from "./say.ts";
import type { Setting } from "./setting.ts";

/** How `gradus grade` tells what it does: in words to a person, or as JSON to an editor. */
export interface Teller {
  readonly opened: (setting: Setting, opened: OpenClass) => void;
  readonly progress: ProgressDisplay["show"];
  /** No more progress comes. */
  readonly graded: () => void;
  readonly stopped: () => void;
  readonly done: (graded: Graded, out: string) => void;
  readonly fault: (code: string, message: string) => void;
}

export function wordTeller(options: Pick<ClassOptions, "sandbox">): Teller {
  const display = new ProgressDisplay(process.stderr);
  return {
    opened: (setting, opened) => {
      announce(setting, opened, options);
    },
    progress: display.show,
    graded: () => {
      display.end();
    },
    stopped: () => {
      process.stderr.write("Stopped. The same command goes on where this one left off.\n");
    },
    done: ({ outdated, ...graded }, out) => {
      tellTroubled(graded);
      if (outdated.length > 0)
        process.stderr.write(
          `${String(outdated.length)} grades are of an earlier submission, exercise or grader; gradus regrade shows what would change.\n`,
        );
      process.stdout.write(`Results: ${out}\n`);
    },
    fault: () => undefined, // whoever called the command tells it
  };
}

export function jsonTeller(): Teller {
  const tell = (event: ClassEvent): void => {
    process.stdout.write(`${JSON.stringify(event)}\n`);
  };
  const tellOne = ({ student, reason }: Troubled): void => {
    tell({ type: "troubled", student, reason });
  };
  return {
    opened: (setting, { id }) => {
      const { students, received, refused } = setting.submissions;
      tell({
        type: "opened",
        id,
        students: students.length,
        submissions: received.length,
        refused: refused.length,
      });
      for (const place of strayPlaces(setting)) tell({ type: "stray-comment", place });
    },
    progress: ({ done, total }) => {
      tell({ type: "progress", done, total });
    },
    graded: () => undefined,
    stopped: () => {
      tell({ type: "stopped" });
    },
    done: ({ troubled, givenUp, outdated }, out) => {
      for (const { student, exercise } of givenUp) tell({ type: "given-up", student, exercise });
      troubled.forEach(tellOne);
      tell({ type: "done", out, outdated: outdated.length });
    },
    fault: (code, message) => {
      tell({ type: "fault", code, message });
    },
  };
}
