import { describe, expect, it } from '@jest/globals';
import { roleFor } from './roles.ts';

describe('the role in which somebody acts', () => {
  it('is the narrowest that is enough', () => {
    const grants = [{ role: 'admin' }, { role: 'secretary', bodyId: 'a' }] as const;
    expect(roleFor(grants, 'secretary', { bodyId: 'a' })).toBe('secretary');
    expect(roleFor(grants, 'secretary', { bodyId: 'b' })).toBe('admin');
    expect(roleFor(grants, 'auditor', { bodyId: 'a' })).toBe('secretary');
    expect(roleFor(grants, 'admin', 'everywhere')).toBe('admin');
  });

  it('holds in the body for which it was granted', () => {
    const grants = [{ role: 'secretary', bodyId: 'a' }] as const;
    expect(roleFor(grants, 'secretary', { bodyId: 'a' })).toBe('secretary');
    expect(roleFor(grants, 'secretary', { bodyId: 'b' })).toBeUndefined();
    expect(roleFor(grants, 'secretary', 'anywhere')).toBe('secretary');
    expect(roleFor(grants, 'secretary', 'everywhere')).toBeUndefined();
    expect(roleFor(grants, 'admin', { bodyId: 'a' })).toBeUndefined();
  });

  it('is none for who has none', () => {
    expect(roleFor([], 'auditor', 'anywhere')).toBeUndefined();
    expect(roleFor([{ role: 'auditor' }], 'secretary', 'anywhere')).toBeUndefined();
  });
});
