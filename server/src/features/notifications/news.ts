/** News older than this rings nobody: what a long outage held up, or the past of a demonstration. */
const NEWS_MS = 24 * 3_600_000;

export const isNews = ({ at }: { at: Date }): boolean => Date.now() - at.getTime() < NEWS_MS;
