import {
  Disposable,
  EventEmitter,
  l10n,
  MarkdownString,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  workspace,
  type TreeDataProvider,
} from "vscode";
import type { Status } from "#contract/report.ts";
import type { ExerciseSummary, FunctionSummary } from "#serve/client/protocol.ts";
import { tellFault } from "../checking/checker.ts";
import { printPoints, verdictIcon } from "../course/verdicts.ts";
import type { Services } from "../services.ts";

export type CourseNode =
  | { readonly kind: "track"; readonly exercises: readonly ExerciseSummary[] }
  | { readonly kind: "exercise"; readonly exercise: ExerciseSummary }
  | { readonly kind: "function"; readonly exercise: ExerciseSummary; readonly spec: FunctionSummary };

/** Tracks, their exercises, their graded functions: each with its verdict and points. */
export function showCourseTree(services: Services): Disposable {
  const changed = new EventEmitter<undefined>();
  let drawn = "";
  const provider: TreeDataProvider<CourseNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => itemOf(node, services),
    getChildren: async (node) => {
      const children = await childrenOf(node, services);
      if (node === undefined) drawn = standOf(services);
      return children;
    },
  };
  // VS Code forgets the commands of all rows when a tree is drawn anew, so it is not done under a hand that is about to click
  const redraw = (): void => {
    if (drawn !== "" && standOf(services) !== drawn) changed.fire(undefined);
  };
  return Disposable.from(
    changed,
    services.progress.onDidChange(redraw),
    services.course.onDidChange(redraw),
    // several folders may hold the same exercise: the active one's progress is shown
    window.onDidChangeActiveTextEditor(redraw),
    window.createTreeView("gradus.course", { treeDataProvider: provider, showCollapseAll: true }),
  );
}

/** All that a tree which is drawn now shows, of what may change. */
function standOf({ course, progress }: Services): string {
  const exercises = course.exercises.map(({ id, version }) => [id, version, progress.of(id) ?? null]);
  return JSON.stringify([workspace.workspaceFolders !== undefined, exercises]);
}

async function childrenOf(node: CourseNode | undefined, services: Services): Promise<CourseNode[]> {
  if (node?.kind === "track") return node.exercises.map((exercise) => ({ kind: "exercise", exercise }));
  if (node?.kind === "exercise")
    return node.exercise.functions.map((spec) => ({ kind: "function", exercise: node.exercise, spec }));
  // without a folder there is nowhere to keep work: the view then says how to open one
  if (node !== undefined || workspace.workspaceFolders === undefined) return [];
  const listing = await services.course.list().catch((error: unknown) => {
    tellFault(error);
    return undefined; // the view then offers to start the engine anew
  });
  if (listing === undefined) return [];
  const { exercises, broken } = listing;
  for (const text of broken) services.log.warn(text);
  return [...Map.groupBy(exercises, (one) => one.track.number).values()].map((ofTrack) => ({
    kind: "track",
    exercises: ofTrack,
  }));
}

function itemOf(node: CourseNode, services: Services): TreeItem {
  switch (node.kind) {
    case "track":
      return trackItem(node.exercises, services);
    case "exercise":
      return exerciseItem(node.exercise, services);
    case "function":
      return functionItem(node.exercise, node.spec, services);
  }
}

function trackItem(exercises: readonly ExerciseSummary[], { language, progress }: Services): TreeItem {
  const [first] = exercises;
  const title = first === undefined ? "" : `${first.track.number}. ${first.track.title[language]}`;
  const item = new TreeItem(title, TreeItemCollapsibleState.Expanded);
  const score = exercises.reduce((sum, one) => sum + (progress.of(one.id)?.score ?? 0), 0);
  const most = exercises.reduce((sum, one) => sum + one.maxScore, 0);
  item.id = `track ${first?.track.number ?? 0}`;
  item.description = `${printPoints(score)} / ${most}`;
  item.contextValue = "track";
  return item;
}

function exerciseItem(exercise: ExerciseSummary, { language, progress }: Services): TreeItem {
  const found = progress.of(exercise.id);
  const title = exercise.title[language];
  // points first: a narrow side bar cuts what stands behind a title
  const label = found === undefined ? title : `${printPoints(found.score)}/${exercise.maxScore}  ${title}`;
  const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed);
  item.id = exercise.id;
  item.description = l10n.t("{0} min", exercise.minutes);
  item.iconPath = exerciseIcon(found && { ...found, maxScore: exercise.maxScore });
  item.tooltip = new MarkdownString(`**${title}**\n\n${exercise.summary[language]}`);
  item.contextValue = "exercise";
  item.command = { title: l10n.t("Open Exercise"), command: "gradus.openExercise", arguments: [exercise.id] };
  return item;
}

/** Full marks, begun, or untouched. */
function exerciseIcon(found: { readonly score: number; readonly maxScore: number } | undefined): ThemeIcon {
  if (found === undefined) return new ThemeIcon("circle-outline");
  return found.score === found.maxScore ? verdictIcon("passed") : new ThemeIcon("circle-large-filled");
}

function functionItem(exercise: ExerciseSummary, spec: FunctionSummary, { progress }: Services): TreeItem {
  const found = progress.of(exercise.id)?.functions[spec.name];
  const status: Status = found?.status ?? "not-attempted";
  const item = new TreeItem(spec.name, TreeItemCollapsibleState.None);
  item.id = `${exercise.id} ${spec.name}`;
  item.description = `${printPoints(found?.points ?? 0)} / ${spec.points}`;
  item.iconPath = verdictIcon(status);
  item.tooltip = spec.signature;
  item.accessibilityInformation = { label: `${spec.name}, ${statusName(status)}, ${item.description}` };
  item.contextValue = "function";
  item.command = {
    title: l10n.t("Go to Function"),
    command: "gradus.openExercise",
    arguments: [exercise.id, spec.name],
  };
  return item;
}

/** A verdict in a word, for who cannot see its icon. */
export function statusName(status: Status): string {
  switch (status) {
    case "passed":
      return l10n.t("right");
    case "follow-through":
      return l10n.t("follows from an earlier line");
    case "failed":
      return l10n.t("wrong");
    case "error":
      return l10n.t("error");
    case "timeout":
      return l10n.t("out of time");
    case "not-attempted":
      return l10n.t("not written yet");
    case "ungradable":
      return l10n.t("cannot be graded");
  }
}
