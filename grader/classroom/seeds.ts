import { createHash, createHmac, randomBytes } from "node:crypto";
import { GradusError } from "#contract/errors.ts";
import type { Seed } from "#engine/ports.ts";

/** A seed that can be guessed can be found from its commitment, which stands in every report. */
const fewestCharacters = 16;

export function newSeed(): string {
  return randomBytes(32).toString("base64url");
}

/** The seed as an instructor wrote it: a file's first line, or what was typed. */
export function checkedSeed(text: string): string {
  const value = text.split(/\r?\n/)[0]?.trim() ?? "";
  if (value.length < fewestCharacters)
    throw new GradusError(
      "usage",
      `A secret seed has at least ${fewestCharacters} characters, or it could be guessed; this one has ${value.length}.`,
    );
  return value;
}

export function commitmentOf(value: string): string {
  return createHash("sha256").update(`gradus:${value}`).digest("hex");
}

/** The class's seed, or the student's own, derived from it: who knows one student's learns nothing of another's. */
export function seedFor(secret: string, student: string, personalised: boolean): Seed {
  if (!personalised) return { kind: "secret", value: secret, commitment: commitmentOf(secret) };
  const value = createHmac("sha256", secret).update(`personal:${student}`).digest("base64url");
  return { kind: "personal", value, commitment: commitmentOf(value) };
}
