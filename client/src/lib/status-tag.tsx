import { THREAD_STATUS_LABEL, type ThreadStatus } from '@beffroi/shared/features/forum/forum.vocabulary';
import { Tag } from '../ui/tag.tsx';

const TONES = { open: 'ochre', answered: 'neutral', resolved: 'green' } as const satisfies Record<ThreadStatus, string>;

/** The state of a question, in the words of the vocabulary. */
export const StatusTag = ({ status }: { status: ThreadStatus }) => <Tag tone={TONES[status]}>{THREAD_STATUS_LABEL[status]}</Tag>;
