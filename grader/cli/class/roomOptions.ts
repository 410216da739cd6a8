import type { RoomOptions } from "#classroom/room.ts";
import type { ClassOptions } from "./options.ts";

export function roomOptions({
  sandbox,
  backend,
  exercises,
}: Pick<ClassOptions, "sandbox" | "backend" | "exercises">): RoomOptions {
  return {
    sandbox,
    ...(backend === undefined ? {} : { rung: backend }),
    ...(exercises === undefined ? {} : { exercises }),
  };
}
