/** An organization that appoints, nominates or convenes (Popolo Organization). */
export type OrganizationRegistered = Readonly<{
  type: 'OrganizationRegistered';
  name: string;
  otherNames?: readonly string[];
  classification?: string;
}>;

export type OrganizationEvent = OrganizationRegistered;

/** Every type that a stream of this category may hold. */
export const eventTypes = Object.keys({
  OrganizationRegistered: true,
} satisfies Record<OrganizationEvent['type'], true>);
