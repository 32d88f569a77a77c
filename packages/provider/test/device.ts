import { vi } from 'vitest';

/** The page and the network of a device, as one target on which the test dispatches their events. */
export function stubDevice(): EventTarget {
  const device = new EventTarget();
  vi.stubGlobal('document', device);
  vi.stubGlobal('addEventListener', device.addEventListener.bind(device));
  vi.stubGlobal('removeEventListener', device.removeEventListener.bind(device));
  return device;
}
