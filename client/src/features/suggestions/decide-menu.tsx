import type { SuggestionDecision } from '@beffroi/shared/features/suggestions/suggestions.contract';
import { Menu } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../lib/api.ts';
import { plural } from '../../lib/french-text.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { SteadyButton } from '../../ui/steady-button.tsx';
import type { ArticleToDecide } from './article-to-decide.ts';
import { useSuggestionAct } from './suggestions.api.ts';
import classes from './suggestions.module.css';

interface DecideMenuProps {
  templateId: string;
  count: number;
  /** The article one looks at or stands in, asked when the menu opens. */
  articleNow: () => ArticleToDecide | null;
  isSaved: boolean;
}

/** Deciding on several suggestions at once: those of an article, or all. */
export function DecideMenu({ templateId, count, articleNow, isSaved }: DecideMenuProps) {
  const [article, setArticle] = useState<ArticleToDecide | null>(null);
  const announce = useAnnounce();
  const { run, pending, problem } = useSuggestionAct();
  const decide = async (decision: SuggestionDecision, chosen: { all: true } | { articleId: string }) => {
    if (await run(() => client.suggestions.decide({ id: templateId, decision, ...chosen })))
      announce(decision === 'accept' ? 'Suggestions acceptées' : 'Suggestions refusées');
  };
  return (
    <>
      <Menu position="bottom-end" onOpen={() => setArticle(articleNow())}>
        <Menu.Target>
          <SteadyButton h={30} fz={14} px={10} variant="default" idle={pending || !isSaved}>
            Décider…
          </SteadyButton>
        </Menu.Target>
        <Menu.Dropdown>
          {article && (
            <>
              <Menu.Label>
                {article.name} ({plural(article.count, 'suggestion', 'suggestions')})
              </Menu.Label>
              <Menu.Item onClick={() => void decide('accept', { articleId: article.id })}>Accepter celles de cet article</Menu.Item>
              <Menu.Item onClick={() => void decide('refuse', { articleId: article.id })}>Refuser celles de cet article</Menu.Item>
            </>
          )}
          <Menu.Label>Tout le document ({plural(count, 'suggestion', 'suggestions')})</Menu.Label>
          <Menu.Item onClick={() => void decide('accept', { all: true })}>Tout accepter</Menu.Item>
          <Menu.Item onClick={() => void decide('refuse', { all: true })}>Tout refuser</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {problem && (
        <p role="alert" className={classes.problem}>
          {problem.detail}
        </p>
      )}
    </>
  );
}
