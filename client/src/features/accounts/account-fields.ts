/** Good enough to catch a slip of the finger; the server decides. */
export const looksLikeEmail = (text: string): boolean => /^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/.test(text);

/** The eye in a password field is reached with the keyboard and says what it does. */
export const passwordToggleProps = { 'aria-label': 'Afficher ou masquer le mot de passe', tabIndex: 0, 'aria-hidden': false } as const;

// `PASSWORD_LENGTH` of the contract, kept equal by a test: importing it would bring the schemas with it.
export const PASSWORD_LENGTH_MIN = 10;
