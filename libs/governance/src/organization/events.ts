/** An organization that appoints, nominates or convenes (Popolo Organization). */
export type OrganizationRegistered = Readonly<{
  type: 'OrganizationRegistered';
  name: string;
  otherNames?: readonly string[];
  classification?: string;
}>;

export type OrganizationEvent = OrganizationRegistered;
