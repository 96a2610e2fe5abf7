// What the platform gives the Worker.

export interface Env {
  DB: D1Database
}
