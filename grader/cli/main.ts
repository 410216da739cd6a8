import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { rungs } from "#contract/backend.ts";
import { GradusError } from "#contract/errors.ts";
import type { ListOptions } from "./commands/list.ts";
import type { CheckOptions } from "./commands/check.ts";
import type { HintOptions } from "./commands/hint.ts";
import type { PictureOptions } from "./commands/picture.ts";
import type { NewOptions } from "./commands/new.ts";
import type { VerifyOptions } from "./commands/verify.ts";
import type { DoctorOptions } from "./commands/doctor.ts";
import type { DemoOptions } from "./commands/demo.ts";
import type { BackendBuildOptions } from "./commands/backendBuild.ts";
import { addClassCommands } from "./class/commands.ts";
import { graderVersion } from "#compose/version.ts";
import { closeInherited } from "#sandbox/closeInherited.ts";
import { systemLanguage } from "./language.ts";

/** Exit codes: full marks, not full marks, misuse or a fault of our own. */
const FAULT = 2;
/** As a shell tells of a process whose reader has gone. */
const READER_GONE = 141;

const language = (): Option =>
  new Option("--lang <language>", "language of what students read")
    .choices(["en", "ja"])
    .default(systemLanguage());
const exercises = (): Option =>
  new Option("--exercises <folder>", "use the exercises in this folder instead of the bundled ones");
const backend = (): Option =>
  new Option("--backend <rung>", "compute references on this rung only").choices(rungs);

/** Each command lies in a file of its own, loaded only when it is called: a check should not wait for the others. */
function program(): Command {
  const gradus = new Command("gradus")
    .description("Check solutions of the Gradus course: the mathematics of generative models, step by step.")
    .version(graderVersion)
    .exitOverride()
    .showHelpAfterError("(gradus --help lists the commands)");

  gradus
    .command("list")
    .description("list the exercises")
    .option("--json", "print JSON")
    .addOption(language())
    .addOption(exercises())
    .action(async (options: ListOptions) => {
      await (await import("./commands/list.ts")).list(options);
    });

  gradus
    .command("check")
    .description("check a solution: what is right, what is wrong and why")
    .argument("<file>", "the TypeScript file with the solution")
    .requiredOption("--exercise <id>", "the exercise that it solves")
    .option("--seed <n>", "draw the cases from this seed instead of the usual one")
    .addOption(backend())
    .addOption(
      new Option("--sandbox <mode>", "process: for one's own code; jail: for anybody's (Linux)")
        .choices(["process", "jail"])
        .default("process"),
    )
    .addOption(language())
    .option("--json", "print the report as JSON")
    .option("--watch", "check again whenever the file changes")
    .addOption(exercises())
    .action(async (file: string, options: CheckOptions) => {
      await (await import("./commands/check.ts")).check(file, options);
    });

  gradus
    .command("hint")
    .description("give a hint: 1 nudges, 2 says where to look, 3 works a step")
    .argument("<exercise>", "the exercise's id")
    .addOption(new Option("--level <n>", "how much it tells").argParser(wholeNumber(1, 3)).default(1))
    .option("--function <name>", "for this function only")
    .option(
      "--file <file>",
      "with what you have written so far: 2 begins with an input that shows what is wrong",
    )
    .addOption(language())
    .addOption(exercises())
    .action(async (id: string, options: HintOptions) => {
      await (await import("./commands/hint.ts")).hint(id, options);
    });

  gradus
    .command("picture")
    .description("write the picture of an exercise's solution: one HTML file that runs anywhere")
    .argument("<exercise>", "the exercise's id")
    .option("--out <file>", "where it goes; <exercise>.html by default")
    .addOption(language())
    .addOption(exercises())
    .action(async (id: string, options: PictureOptions) => {
      await (await import("./commands/picture.ts")).picture(id, options);
    });

  gradus
    .command("new")
    .description("start a new exercise: a folder that passes its laws except where it says what to fill in")
    .argument("<id>", "its id: lower-case words joined by hyphens")
    .addOption(exercises())
    .action(async (id: string, options: NewOptions) => {
      await (await import("./commands/new.ts")).newExercise(id, options);
    });

  gradus
    .command("verify")
    .description("for authors: hold exercises against the laws")
    .argument("[id...]", "exercises; all by default")
    .option("--adequacy", "grade the grader: mutants, right and wrong answers; writes adequacy.json")
    .addOption(backend())
    .addOption(exercises())
    .option("--json", "print JSON")
    .action(async (ids: readonly string[], options: VerifyOptions) => {
      await (await import("./commands/verify.ts")).verify(ids, options);
    });

  addClassCommands(gradus, { exercises, backend });

  gradus
    .command("doctor")
    .description("tell what is there: Node, backends, sandboxes, versions")
    .option("--json", "print JSON")
    .option("--fresh", "probe again instead of trusting what was found today")
    .option("--jail", "prove that the jail holds on this machine")
    .action(async (options: DoctorOptions) => {
      await (await import("./commands/doctor.ts")).doctor(options);
    });

  gradus
    .command("demo")
    .description("grade a sample submission of every exercise and print the reports")
    .addOption(language())
    .addOption(exercises())
    .action(async (options: DemoOptions) => {
      await (await import("./commands/demo.ts")).demo(options);
    });

  gradus
    .command("backend")
    .description("make a backend available")
    .command("build")
    .description("build the node-gpu rung's binding against a TensorFlow installed by pip")
    .requiredOption("--tensorflow <folder>", "the tensorflow folder inside site-packages")
    .action(async (options: BackendBuildOptions) => {
      await (await import("./commands/backendBuild.ts")).backendBuild(options);
    });
  return gradus;
}

function wholeNumber(low: number, high: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < low || value > high)
      throw new InvalidArgumentError(`It is a whole number from ${low} to ${high}.`);
    return value;
  };
}

async function main(): Promise<void> {
  closeInherited(); // before anything opens files of its own
  process.stdout.on("error", leaveWithReader);
  try {
    await program().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : FAULT;
      return;
    }
    process.exitCode = FAULT;
    process.stderr.write(`gradus: ${describe(error)}\n`);
  }
}

/** `gradus demo | head` wants no more: that is no fault, and nothing is left to say. */
function leaveWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit(READER_GONE);
}

/** Our own faults are told in a sentence; anything unforeseen keeps its stack, so that it can be reported. */
function describe(error: unknown): string {
  if (error instanceof GradusError) return error.message;
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `something went wrong that is no fault of yours.\n${stack}`;
}

await main();
