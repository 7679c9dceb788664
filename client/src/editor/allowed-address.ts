/** The schemes a link of a text may have; held equal to the shared schema by a test, which would bring zod into the first chunk. */
const HREF = /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@|tel:\+?[0-9]|\/(?![/\\\s]))/i;
const IMAGE = /^\/api\/images\/[A-Za-z0-9_-]{1,64}$/;
const HREF_LENGTH_MAX = 2_000;

/** Whether a link may lead to this address. */
export const isAllowedAddress = (href: unknown): href is string =>
  typeof href === 'string' && href.length <= HREF_LENGTH_MAX && HREF.test(href);

/** What a person types as an address, completed: « anzin.fr » gains its scheme, « nom@anzin.fr » becomes a mail link; null when nothing safe comes of it. */
export const completedAddress = (typed: string): string | null => {
  const trimmed = typed.trim();
  if (isAllowedAddress(trimmed)) return trimmed;
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(trimmed)) return `mailto:${trimmed}`;
  if (/^[\p{L}\d-]+(\.[\p{L}\d-]+)+(?:[/?#].*)?$/u.test(trimmed)) return `https://${trimmed}`;
  return null;
};

/** The path of one of our own images, from the path or from its full address as a browser copies it; null for any other image. */
export const ownImagePath = (src: string | null | undefined): string | null => {
  if (!src) return null;
  if (IMAGE.test(src)) return src;
  const own = `${globalThis.location?.origin}`;
  const path = src.startsWith(`${own}/`) ? src.slice(own.length) : '';
  return IMAGE.test(path) ? path : null;
};
