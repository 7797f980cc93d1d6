/** @jsxImportSource react */
/** Placeholder. */
import type { ViewProps } from '../work.ts';

export default function Placeholder(_: ViewProps) {
  return <p>This view is being built.</p>;
}
