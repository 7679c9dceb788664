import { CHANNEL_LABEL, CHANNELS, type Channel } from '@beffroi/shared/features/notifications/notifications.vocabulary';
import classes from './settings-form.module.css';

interface ChoiceProps {
  /** What is chosen, for who does not read the sentence around it. */
  label: string;
  value: string;
  options: (readonly [value: string, text: string])[];
  onChange: (value: string) => void;
}

/** A few words of a sentence that one chooses. */
export const Choice = ({ label, value, options, onChange }: ChoiceProps) => (
  <select className={classes.choice} aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
    {options.map(([option, text]) => (
      <option key={option} value={option}>
        {text}
      </option>
    ))}
  </select>
);

interface ChannelChoiceProps {
  label: string;
  value: Channel;
  onChange: (value: Channel) => void;
}

export const ChannelChoice = ({ label, value, onChange }: ChannelChoiceProps) => (
  <Choice
    label={label}
    value={value}
    options={CHANNELS.map((channel) => [channel, CHANNEL_LABEL[channel]])}
    onChange={(next) => onChange(next as Channel)}
  />
);
