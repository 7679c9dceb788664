import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';
import proxyAddr from 'proxy-addr';

/** Where a request comes from, as limits count it. */
export type AddressOf = (request: IncomingMessage) => string;

/**
 * An address as limits count it: of IPv6 the network of 64 bits, since one subscriber has the whole of it (RFC 6177);
 * IPv4 as it is, also where it comes written as IPv6.
 * @returns what is no address unchanged
 */
export const countedAddress = (address: string): string => {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed instanceof ipaddr.IPv6
    ? `${parsed.parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(':')}::/64`
    : parsed.toString();
};

/**
 * Reads where a request comes from as Express does, for the doors that are not Express'.
 * @param trustProxy whose `X-Forwarded-For` is believed: addresses or names of networks, separated by commas
 */
export const callerAddress = (trustProxy: string): AddressOf => {
  const trusted = proxyAddr.compile(trustProxy.split(',').map((proxy) => proxy.trim()));
  return (request) => countedAddress(proxyAddr(request, trusted));
};
