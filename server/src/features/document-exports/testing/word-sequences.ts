const words = (text: string): string[] => text.trim().split(/\s+/);

const BORDERS = words('top left bottom right insideH insideV');
const STYLE_TEXT = words('pPr rPr tblPr trPr tcPr tblStylePr');
/** ECMA-376 part 1, 17.3.2: what a run looks like. The mark of a paragraph says before it whether it is proposed. */
const RUN_LOOK = words(`
  ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish
  webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish
  oMath rPrChange`);

/** The order ECMA-376 (part 1, annex A, wml.xsd) wants of the children of an element: Word calls a file damaged that has another. */
export const SEQUENCES: Record<string, readonly string[]> = {
  abstractNum: words('nsid multiLevelType tmpl name styleLink numStyleLink lvl'),
  docDefaults: words('rPrDefault pPrDefault'),
  docPartObj: words('docPartGallery docPartCategory docPartUnique'),
  document: words('background body'),
  lvl: words('start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr'),
  lvlOverride: words('startOverride lvl'),
  num: words('abstractNumId lvlOverride'),
  numbering: words('numPicBullet abstractNum num numIdMacAtCleanup'),
  numPr: words('ilvl numId numberingChange ins'),
  pBdr: words('top left bottom right between bar'),
  pPr: words(`
    pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku
    wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents
    suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange`),
  rPr: RUN_LOOK,
  sdt: words('sdtPr sdtEndPr sdtContent'),
  sectPr: words(`
    headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign
    noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange`),
  settings: words('displayBackgroundShape trackRevisions defaultTabStop evenAndOddHeaders characterSpacingControl compat themeFontLang'),
  style: [
    ...words('name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal rsid'),
    ...STYLE_TEXT,
  ],
  styles: words('docDefaults latentStyles style'),
  tbl: words('tblPr tblGrid tr'),
  tblBorders: BORDERS,
  tblCellMar: words('top left bottom right'),
  tblPr: words(`
    tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout
    tblCellMar tblLook tblCaption tblDescription tblPrChange`),
  tcBorders: [...BORDERS, 'tl2br', 'tr2bl'],
  tcPr: words(`
    cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers cellIns cellDel cellMerge
    tcPrChange`),
  tr: words('tblPrEx trPr tc'),
};

/** Those that begin with their look, whatever follows. */
export const FIRST: Record<string, string> = { p: 'pPr', r: 'rPr', tc: 'tcPr' };

/** Those whose children are all alike, or come in any order. */
export const ANY_ORDER = new Set(
  words(`
    body comment comments compat del endnote endnotes footnote footnotes fonts ftr hdr hyperlink ins pPrDefault rPrDefault sdtContent sdtPr
    tabs tblGrid trPr drawing pict`),
);
