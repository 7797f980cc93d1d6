/**
 * Keeps the SDK's libraries quiet. Each of these makes them write addresses, with the ids in them, to stderr; they look
 * for them once, when they are loaded.
 */
const LOUD = ['AZURE_LOG_LEVEL', 'TYPESPEC_RUNTIME_LOG_LEVEL', 'DEBUG'];

/** Call it before the SDK is loaded. */
export function keepQuiet(env: NodeJS.ProcessEnv = process.env): void {
  for (const name of LOUD) delete env[name];
}
