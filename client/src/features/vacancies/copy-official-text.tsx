import { officialText } from '@beffroi/shared/features/vacancies/official-text';
import type { VacancyContent } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useAnnounce } from '../../ui/announcer.tsx';
import classes from './vacancies.module.css';

/** The offer as a text for emploi-territorial; shown where the browser refuses to copy. */
export function CopyOfficialText({ content, communeName }: { content: VacancyContent; communeName: string }) {
  const announce = useAnnounce();
  const [shown, setShown] = useState(false);
  const [copied, setCopied] = useState(false);
  const text = officialText(content, communeName);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      announce('Texte copié.');
    } catch {
      // Refused by the browser, or served without encryption: the text is there to be taken by hand.
      setShown(true);
    }
  };
  return (
    <div className={classes.column}>
      <Button variant="default" onClick={() => void copy()}>
        {copied ? 'Texte copié' : 'Copier pour emploi-territorial'}
      </Button>
      {shown && <Textarea label="Texte à copier" value={text} readOnly autosize maxRows={12} />}
    </div>
  );
}
