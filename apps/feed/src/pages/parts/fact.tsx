import type { ComponentChildren } from 'preact';

/** A line of a list of facts. */
export const Fact = ({ name, children }: Readonly<{ name: string; children: ComponentChildren }>) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);
