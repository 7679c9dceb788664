/** The belfry, drawn in the current colour; decorative, the name stands beside it. */
export const Belfry = ({ height = 30 }: { height?: number }) => (
  <svg
    width={(height * 26) / 30}
    height={height}
    viewBox="0 0 26 30"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinejoin="round"
    strokeLinecap="round"
    aria-hidden="true"
  >
    <path d="M13 1.5 18 9H8l5-7.5Z" />
    <path d="M8 9v18.5M18 9v18.5M3 28.5h20" />
    <path d="M10.8 18.5c0-4 .7-5.2 2.2-5.2s2.2 1.2 2.2 5.2Z" fill="currentColor" />
    <path d="M13 21v.5" />
  </svg>
);
