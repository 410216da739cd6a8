import { availableParallelism } from "node:os";
import { InvalidArgumentError, Option, type Command } from "commander";
import type { AutograderOptions } from "../commands/autograder.ts";
import type { CommentOptions } from "../commands/comment.ts";
import type { GradeOptions } from "../commands/grade.ts";
import type { RegradeOptions } from "../commands/regrade.ts";
import type { WorkerOptions } from "../commands/worker.ts";

interface Shared {
  readonly exercises: () => Option;
  readonly backend: () => Option;
}

/** The commands for who teaches a class; each is loaded only when it is called. */
export function addClassCommands(gradus: Command, shared: Shared): void {
  withClassOptions(
    gradus
      .command("grade")
      .description("grade a class: everything that students handed in and that has no grade yet")
      .argument("<path>", "a folder per student, or a download of Moodle's, Canvas's or GitHub Classroom's"),
    shared,
  )
    .option("--json", "tell progress and outcome as JSON, one object a line")
    .action(async (path: string, options: GradeOptions) => {
      await (await import("../commands/grade.ts")).grade(path, options);
    });

  withClassOptions(
    gradus
      .command("regrade")
      .description("grade what has changed since, and say which grades would change before any does")
      .argument("<path>", "what students handed in, as for grade"),
    shared,
  )
    .option("--yes", "change them without asking")
    .action(async (path: string, options: RegradeOptions) => {
      await (await import("../commands/regrade.ts")).regrade(path, options);
    });

  gradus
    .command("comment")
    .description(
      "say something to one student about a function or an exercise; their feedback page carries it",
    )
    .argument("<student>", "the student's id")
    .argument("[text]", "what to say; it replaces what was said there before")
    .requiredOption("--exercise <id>", "the exercise that it is about")
    .option("--function <name>", "the function that it is about; the whole exercise by default")
    .option("--remove", "take it back")
    .addOption(comments())
    .addOption(shared.exercises())
    .action(async (student: string, text: string | undefined, options: CommentOptions) => {
      await (await import("../commands/comment.ts")).comment(student, text, options);
    });

  gradus
    .command("autograder")
    .description("write a zip that Gradescope takes as an autograder, with this gradus inside")
    .option("--exercise <id...>", "what it grades; all exercises by default")
    .option("--out <file>", "where it goes", "autograder.zip")
    .action(async (options: AutograderOptions) => {
      await (await import("../commands/autograder.ts")).autograder(options);
    });

  withRunningOptions(
    gradus
      .command("worker")
      .description("grade what gradus grade --database queues; on any number of machines")
      .requiredOption("--database <url>", "the PostgreSQL server with the gradebook and the queue"),
    shared,
  ).action(async (options: WorkerOptions) => {
    await (await import("../commands/worker.ts")).worker(options);
  });
}

function withClassOptions(command: Command, shared: Shared): Command {
  const own = command
    .option("--out <folder>", "where the reports go", "results")
    .option("--roster <file>", "the class list (CSV); whoever is not on it is refused")
    .option("--course <file>", "course.json: title, weights, late policy")
    .addOption(comments())
    .option("--class <name>", "its name in the gradebook; the course's title by default")
    .option("--gradebook <folder>", "where grades and the secret seed are kept", "gradebook")
    .option("--database <url>", "keep them in this PostgreSQL server instead")
    .option(
      "--seed-file <file>",
      "the secret seed (- reads it from standard input); otherwise the class's own, or a new one",
    )
    .option(
      "--personalise",
      "a seed for each student, derived from the secret one; otherwise as the class was",
    )
    .option("--no-personalise", "one seed for all of them")
    .option("--exercise <id...>", "grade these only");
  return withRunningOptions(own, shared);
}

function withRunningOptions(command: Command, { exercises, backend }: Shared): Command {
  return command
    .addOption(jobs())
    .addOption(
      new Option("--sandbox <mode>", "process: without a jail, for submissions that you trust")
        .choices(["jail", "process"])
        .default("jail"),
    )
    .addOption(backend())
    .addOption(exercises());
}

function comments(): Option {
  return new Option("--comments <file>", "your comments on what students wrote (default: comments.json)");
}

function jobs(): Option {
  return new Option("--jobs <n>", "students at a time")
    .argParser((text) => {
      const value = Number(text);
      if (!Number.isInteger(value) || value < 1 || value > 256)
        throw new InvalidArgumentError("It is a whole number from 1 to 256.");
      return value;
    })
    .default(availableParallelism());
}
