/**
 * What a class may cost to read. All of it is checked on what was really read, never on what a header promises.
 * A limit on one student stands before the limit on all, so that nobody's files crowd out another's.
 */
export interface ReadLimits {
  /** Files and folders in one folder or archive. */
  readonly entries: number;
  /** Bytes of an archive's list of contents: names, extra fields, comments. */
  readonly directoryBytes: number;
  /** Folders inside folders. */
  readonly depth: number;
  /** Characters of a path. */
  readonly pathLength: number;
  /** Sources read of one student, and their bytes. */
  readonly filesPerStudent: number;
  readonly bytesPerStudent: number;
  readonly bytesInAll: number;
  /** How many times larger a file may be than its compressed form, once it is larger than `ratioFromBytes`. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
}

const MIB = 1024 * 1024;

export const readLimits: ReadLimits = {
  entries: 200_000,
  directoryBytes: 64 * MIB,
  depth: 12,
  pathLength: 1024,
  filesPerStudent: 200,
  bytesPerStudent: 8 * MIB,
  bytesInAll: 1024 * MIB,
  ratio: 200,
  ratioFromBytes: 64 * 1024,
};
