// npm writes into the lock file only the optional packages of the platform it runs on, once node_modules exists
// (https://github.com/npm/cli/issues/4828), or only those its registry serves; then `npm ci` refuses the file. This
// names the others too, with what their names say of their platform. Run after each change of dependencies.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
const SYSTEMS = ['darwin', 'linux', 'win32', 'android', 'freebsd', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'aix'];
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64', 'wasm32'];

const platformOf = (name) => {
  const words = name.split(/[-/]/);
  const among = (known) => known.filter((word) => words.includes(word));
  const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : words.some((word) => word.startsWith('gnu')) ? ['glibc'] : [];
  const platform = { os: among(SYSTEMS), cpu: among(PROCESSORS), libc };
  return Object.fromEntries(Object.entries(platform).filter(([, values]) => values.length > 0));
};

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const isNamed = (from, name) => `${from}/node_modules/${name}` in lock.packages || `node_modules/${name}` in lock.packages;
for (const [path, { dev, optionalDependencies = {} }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const platform = platformOf(name);
    if (isNamed(path, name) || !(platform.os || platform.cpu)) continue;
    lock.packages[`node_modules/${name}`] = { version: version.replace(/^[\^~]/, ''), ...(dev && { dev }), optional: true, ...platform };
    console.log(`named ${name} ${version}`);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
