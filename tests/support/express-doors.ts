interface Layer {
  name: string;
  /** Where it was mounted, as written. */
  rawPath: string | string[];
  handle: { stack?: Layer[] };
  route?: { path: string | string[]; methods: Record<string, boolean> };
}

const joined = (under: string, path: string): string => `${under}/${path}`.replaceAll(/\/+/g, '/').replace(/(?<=.)\/$/, '');

/**
 * Everything mounted in an Express application or router, in the order it is tried: routes as `GET /path`, the rest as where it is
 * mounted and its name. Read from Express' own stack, so that nothing is mounted without being listed.
 */
export const doorsOf = (router: { stack: Layer[] }, under = ''): string[] =>
  router.stack.flatMap(({ name, rawPath, handle, route }) =>
    [route?.path ?? rawPath].flat().flatMap((path) => {
      const at = joined(under, path);
      if (route) return Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${at}`);
      return handle.stack ? doorsOf({ stack: handle.stack }, at) : [`${at} ${name}`];
    }),
  );
