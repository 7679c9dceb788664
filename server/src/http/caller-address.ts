import type { IncomingMessage } from 'node:http';
import proxyAddr from 'proxy-addr';

/** Where a request comes from. */
export type AddressOf = (request: IncomingMessage) => string;

/**
 * Reads where a request comes from as Express does, for the doors that are not Express'.
 * @param trustProxy whose `X-Forwarded-For` is believed: addresses or names of networks, separated by commas
 */
export const callerAddress = (trustProxy: string): AddressOf => {
  const trusted = proxyAddr.compile(trustProxy.split(',').map((proxy) => proxy.trim()));
  return (request) => proxyAddr(request, trusted);
};
