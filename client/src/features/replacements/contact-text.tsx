import { withLinks } from './arrival-words.ts';

/** A text whose telephones and addresses are a touch away. */
export const ContactText = ({ children }: { children: string }) =>
  withLinks(children).map(({ text, href }) =>
    href ? (
      <a key={text} href={href}>
        {text}
      </a>
    ) : (
      text
    ),
  );
