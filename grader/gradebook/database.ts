/** What a gradebook needs of a database that speaks PostgreSQL: a folder (PGlite) or a server. */
export interface Database {
  /** One statement; `$1` and so on stand for the parameters. A statement happens wholly or not at all. */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  /** Several statements without parameters, as one transaction. */
  script(sql: string): Promise<void>;
  close(): Promise<void>;
}
