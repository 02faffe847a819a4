"""Dutch towns whose name is also an ordinary word, a surname or a wider area.

They count as a place only with evidence beside them (see `services.places.text`). In plain form
as `services.places.model.plain` makes it.
"""

from services.places.model import plain

COMMON = frozenset(
    plain(
        """
    aalst adorp altena amen america anderen andel arum asch axel baak baard baars balk bant basse
    bears beek beets beers berg bergen bern best blije boer bontebok borger born borne broek bruil
    budel bunde bunne buren burgh dalen dieren dijken doorn dorst driel driewegen echt echten eede
    een ees ell elst emmer empe ens enter epe erica erm erp est etten gaast gauw gees goor graft
    grave groede groet grou haar haler hall halle handel hank haren hasselt haps haule hee heeg
    heel heer heide heijen helden hem hemmen herten hoek hoeven hollum holten hoorn horn horst
    houten huizen hulst ingen joppe kaag kaard kamp kats kampen kapelle keent kerkwijk kessel
    klimmen lage laren leek leens leiden lent leur lies linde linden linne loon loo made marken
    marle meeden meerstad mill monster morra mussel nederland neer nes nieuwland nisse noorden
    noordhoek nuis nutter oene ommen onna onnen oosteind opende oranje oss overberg overslag peest
    peins petten pol
    puth putte putten reek rha ried riel rien rijen rijk rijs rips roden rolde rossum
    rottum ruinen rust rutten schijf schore sleen sloten sluis smakt soest son spier spijk spui
    stein steyl striep stroe teuge thorn tiel tinte tuil tuk valkenburg varik vasse veen veere
    velden veulen vinkel vlist voorst vries vuren waal waarde walem wapse warns wateren wedde
    weert well werk westland wetering wier wijk wilp winde winkel wons zalk zand zegge zeeland
    zuid zuna zurich zwaag
    """
    ).split()
)
