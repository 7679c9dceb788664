import { z } from 'zod';

/** Every error the API answers with: its HTTP status and its French sentence. */
export const ERRORS = {
  'invalid-input': { status: 400, message: 'Certaines informations sont à corriger.' },
  'malformed-request': { status: 400, message: 'La requête est illisible\u00a0: rien n’a été enregistré.' },
  unauthenticated: { status: 401, message: 'Connectez-vous pour continuer.' },
  forbidden: { status: 403, message: 'Vous n’avez pas le droit de faire cela.' },
  'not-found': { status: 404, message: 'Cette page ou cet élément n’existe pas, ou ne vous est pas ouvert.' },
  conflict: {
    status: 409,
    message: 'Ce texte a été modifié entre-temps\u00a0: votre version est conservée ici, comparez-la avec la version actuelle.',
  },
  'no-territory': {
    status: 409,
    message: 'Ce serveur n’a pas encore de territoire. Ouvrez-le dans un navigateur pour le créer, avec le code écrit dans son journal.',
  },
  'territory-exists': { status: 409, message: 'Ce serveur a déjà son territoire\u00a0: on ne le crée qu’une fois. Connectez-vous.' },
  'too-large': { status: 413, message: 'Le contenu est trop volumineux\u00a0: réduisez-le puis réessayez, rien n’a été perdu.' },
  'unsupported-document': { status: 415, message: 'Ce fichier n’est pas un document Word (.docx).' },
  'unsupported-image': { status: 415, message: 'Ce fichier n’est pas une image PNG, JPEG, WebP ou GIF.' },
  'too-many-requests': { status: 429, message: 'Trop de demandes en peu de temps.' },
  internal: { status: 500, message: 'Une erreur est survenue de notre côté. Votre texte est conservé\u00a0: réessayez dans un instant.' },
  unavailable: { status: 503, message: 'Le service démarre ou se repose un instant. Réessayez.' },
} as const satisfies Record<string, { status: number; message: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** One field at fault: `path` as in the request (`title`, `body.content.0`), a French sentence. */
export const fieldErrorSchema = z.object({ path: z.string(), message: z.string() });

/** RFC 9457 problem document. `type` is `about:blank#<code>`; `detail` is French, ready to show. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  requestId: z.string().optional(),
  /** With `invalid-input`: what is wrong, field by field. */
  errors: z.array(fieldErrorSchema).optional(),
  /** With `too-many-requests`: seconds to wait. */
  retryAfter: z.number().optional(),
  /** With `conflict`: the thing as it stands now, in the shape its reading gives. */
  current: z.unknown().optional(),
});
export type Problem = z.infer<typeof problemSchema>;

export interface ErrorDetails {
  detail?: string;
  errors?: z.infer<typeof fieldErrorSchema>[];
  retryAfter?: number;
  current?: unknown;
}

/** The only error commands and queries throw on purpose. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, { cause, ...details }: ErrorDetails & { cause?: unknown } = {}) {
    super(details.detail ?? ERRORS[code].message, { cause });
    this.name = 'AppError';
    this.code = code;
    this.status = ERRORS[code].status;
    this.details = details;
  }
}

/** The problem document an error becomes, over HTTP and in a socket's acknowledgement alike. */
export const toProblem = (error: AppError, requestId?: string): Problem => {
  const { detail, ...rest } = error.details;
  return {
    type: `about:blank#${error.code}`,
    title: ERRORS[error.code].message,
    status: error.status,
    detail: detail ?? error.message,
    code: error.code,
    ...(requestId && { requestId }),
    ...rest,
  };
};
