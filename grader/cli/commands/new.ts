export interface NewOptions {
  readonly exercises?: string;
}
export function newExercise(id: string, options: NewOptions): Promise<void> {
  return Promise.reject(new Error(id + String(options)));
}
