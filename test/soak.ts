/**
 * `npm run soak [-- <kills>]`: a class under two hundred kills of coordinator, workers and jails, in a folder and on
 * PostgreSQL. The tests do the same with ten.
 */
process.env["GRADUS_KILLS"] ??= process.argv[2] ?? "200";
process.argv.splice(2, Infinity, "test/integration/class/kills.test.ts");
await import("./run.ts");
