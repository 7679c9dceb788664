/** What Word puts on the clipboard, shortened where it only repeats itself. */
export const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {mso-style-parent:""; margin:0cm;} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=FR style='tab-interval:35.4pt'><!--StartFragment-->
<p class=MsoTitle><span style='mso-fareast-language:FR'>Cahier des clauses administratives<o:p></o:p></span></p>
<p class=MsoToc1><span class=MsoHyperlink><a href="#_Toc123">Article 1<span style='mso-tab-count:1'> </span>Objet<span style='mso-tab-count:1 dotted'>. </span>3</a></span></p>
<h1><a name="_Toc123"></a><span style='mso-bookmark:_Toc123'>Article 3 – Durée du marché</span><o:p></o:p></h1>
<p class=MsoNormal style='text-align:justify'>Le marché est conclu pour <b style='mso-bidi-font-weight:normal'>un an</b>.<o:p></o:p></p>
<h2 style='mso-list:l2 level2 lfo4'><![if !supportLists]><span style='mso-list:Ignore'>3.1<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Reconduction</h2>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>fournitures<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp; </span></span><![endif]>de bureau<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>services<o:p></o:p></p>
<p class=MsoNormal>Pièces, par ordre de priorité :</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2)<span>&nbsp; </span></span><![endif]>l’acte d’engagement</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>3)<span>&nbsp; </span></span><![endif]>le présent cahier</p>
<table class=MsoTableGrid border=1><tr style='mso-yfti-irow:0'><td colspan=2 width=302 style='border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt'><p class=MsoNormal><b>Lots<o:p></o:p></b></p></td></tr>
<tr><td><p class=MsoNormal>1<o:p></o:p></p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr></table>
<p class=MsoNormal><b>ARTICLE 4 : PRIX</b><o:p></o:p></p>
<p class=MsoNormal>Article 5 du code de la commande publique : voir plus haut.</p>
<!--EndFragment--></body></html>`;

/** LibreOffice Writer: clean lists, its own wrappers, numbers typed by hand. */
export const LIBRE_OFFICE = `<html><head><meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>
<style type="text/css">p { margin-bottom: 0.25cm; line-height: 115% }</style></head><body lang="fr-FR" dir="ltr">
<h1 class="western"><font face="Arial"><span style="font-style: normal">1.2 – Pénalités</span></font></h1>
<p class="western" align="justify" style="margin-bottom: 0cm"><font face="Liberation Serif, serif">Cent euros par jour.</font></p>
<p class="western" style="margin-bottom: 0cm"><br/></p>
<ol><li><p class="western">premier</p></li></ol></body></html>`;

/** Google Docs wraps everything in a bold that is not bold. */
export const GOOGLE_DOCS = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1a2b"><h2 dir="ltr"><span style="font-size:16pt">a) Sous-traitance</span></h2>
<p dir="ltr" style="line-height:1.38"><span style="font-weight:400">Le titulaire </span><span style="font-weight:700">peut</span><span> sous-traiter.</span></p></b><br class="Apple-interchange-newline">`;
