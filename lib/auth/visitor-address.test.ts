import { expect, it } from "vitest";
import { visitorAddress } from "./visitor-address";

const behindProxy = (header: string) => visitorAddress(new Headers({ "x-forwarded-for": header }), true);

it.each([
  ["192.0.2.1", "192.0.2.1"],
  ["10.0.0.1, 198.51.100.7, 192.0.2.1", "192.0.2.1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"],
  ["2001:DB8:0001:0002::", "2001:db8:1:2::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
])("%s is %s", (header, expected) => {
  expect(behindProxy(header)).toBe(expected);
});

it.each(["", "unknown", "192.0.2.1, nonsense", "192.0.2.256"])("%j is nowhere", (header) => {
  expect(behindProxy(header)).toBeNull();
});

it("believes nobody without a proxy of our own", () => {
  expect(visitorAddress(new Headers({ "x-forwarded-for": "192.0.2.1" }), false)).toBeNull();
});
