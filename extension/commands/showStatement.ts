import { commands, window } from "vscode";
import type { Services } from "../services.ts";
import { exerciseNamed } from "./exerciseNamed.ts";

/** The statement of the exercise named, else of the one in the active editor; else the student picks. */
export async function showStatement(services: Services, id?: unknown): Promise<void> {
  const active = window.activeTextEditor?.document;
  const exercise = exerciseNamed(id) ?? (active && services.course.idOf(active)) ?? (await pick(services));
  if (exercise !== undefined) await commands.executeCommand("gradus.openStatement", exercise);
}

async function pick({ course, language }: Services): Promise<string | undefined> {
  const { exercises } = await course.list();
  const items = exercises.map((one) => ({ label: one.title[language], description: one.id }));
  return (await window.showQuickPick(items))?.description;
}
