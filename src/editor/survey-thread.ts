/** Reads a version and tells what is in it: half a second of work that no child's turn should wait for. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Files } from '../store/backend.ts';
import { surveyOf } from './survey.ts';

const { files, root } = workerData as { readonly files: Files; readonly root: string };
parentPort?.postMessage(surveyOf(files, root));
