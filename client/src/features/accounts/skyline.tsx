import classes from './account-frame.module.css';

/** Roofs of the communes around the belfry, drawn in line; decorative. */
export const Skyline = () => (
  <svg
    className={classes.skyline}
    viewBox="0 0 560 330"
    fill="none"
    strokeWidth="2.4"
    strokeLinejoin="round"
    strokeLinecap="round"
    aria-hidden="true"
    preserveAspectRatio="xMidYMax meet"
  >
    <g stroke="#4a5c93">
      <path d="M0 328V262l26-22 26 22v66M52 328v-92h44v92M60 252h10M78 252h10M60 272h10M78 272h10M60 292h10M78 292h10" />
      <path d="M96 328v-58l30-26 30 26v58M118 328v-24h16v24M156 328V224l20-26 20 26v104M168 240h16M168 258h16M168 276h16" />
      <path d="M366 328V232l24-30 24 30v96M382 328v-30h16v30M382 250h16M382 270h16M414 328v-74h48v74M424 270h10M442 270h10M424 290h10M442 290h10" />
      <path d="M462 328v-54l28-24 28 24v54M484 328v-26h12v26M518 328v-84h42" />
      <path d="M532 262h10M532 282h10M532 302h10" />
    </g>
    <g stroke="#f0b9a8">
      <path d="M281 20v-14M281 20l30 44h-60l30-44ZM257 64v38h48V64M249 102h64M255 102v226M307 102v226M236 328v-64l19-18M326 328v-64l-19-18" />
      <path d="M268 102V82a13 13 0 0 1 26 0v20" />
      <path fill="#f0b9a8" d="M270 158c0-17 4-23 11-23s11 6 11 23Z" />
      <path d="M281 158v7M267 250v-16a14 14 0 0 1 28 0v16ZM267 328v-34a14 14 0 0 1 28 0v34" />
      <circle cx="281" cy="196" r="14" />
      <path d="M281 188v8l6 4" />
    </g>
    <g stroke="#f0b9a8" opacity="0.55">
      <path d="M222 128c-8 10-8 26 0 36M204 116c-15 18-15 42 0 60M340 128c8 10 8 26 0 36M358 116c15 18 15 42 0 60" />
    </g>
    <path d="M0 328h560" stroke="#4a5c93" />
  </svg>
);
