import { commands, Disposable } from "vscode";
import { guarded } from "../commands/guarded.ts";
import { registerClassReports } from "../panels/classReport.ts";
import type { Services } from "../services.ts";
import { gradeSubmissions } from "./gradeSubmissions.ts";
import { InstructorComments } from "./instructorComments.ts";
import { pickResults } from "./pickResults.ts";
import { Submissions } from "./submissions.ts";

/** What an instructor does with a class: grade it, read its report, look at single submissions, comment on them. */
export function registerClassroom(services: Services): Disposable {
  const submissions = new Submissions(services);
  const remarks = new InstructorComments(services, submissions);
  const on = (name: string, run: (given: unknown) => Promise<unknown>): Disposable =>
    commands.registerCommand(`gradus.${name}`, guarded(services, run));
  return Disposable.from(
    submissions,
    remarks,
    registerClassReports(services, submissions),
    on("gradeSubmissions", () => gradeSubmissions(services)),
    on("openClassReport", async (given) => {
      const folder = typeof given === "string" ? given : await pickResults();
      if (folder !== undefined) await commands.executeCommand("gradus.showClassReport", folder);
    }),
    on("saveComment", (given) => remarks.add(given)),
    on("editComment", (given) => remarks.edit(given)),
    on("saveEditedComment", (given) => remarks.saveEdited(given)),
    on("cancelEditedComment", (given) => remarks.cancelEdited(given)),
    on("deleteComment", (given) => remarks.remove(given)),
  );
}
