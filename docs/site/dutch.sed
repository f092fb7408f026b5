# The words of mdBook, in Dutch. A test says which are left.
s/Keyboard shortcuts/Sneltoetsen/g
s/Press <kbd>←<\/kbd> or <kbd>→<\/kbd> to navigate between chapters/<kbd>←<\/kbd> of <kbd>→<\/kbd>: naar het vorige of volgende hoofdstuk/
s/Press <kbd>S<\/kbd> or <kbd>\/<\/kbd> to search in the book/<kbd>S<\/kbd> of <kbd>\/<\/kbd>: zoeken/
s/Press <kbd>?<\/kbd> to show this help/<kbd>?<\/kbd>: deze hulp tonen/
s/Press <kbd>Esc<\/kbd> to hide this help/<kbd>Esc<\/kbd>: deze hulp sluiten/
s/Toggle Table of Contents/Inhoud tonen of verbergen/g
s/Table of contents/Inhoud/g
s/Change theme/Andere kleuren/g
s/aria-label="Themes"/aria-label="Kleuren"/g
s/>Auto</>Zoals het systeem</g
s/>Light</>Licht</g
s/>Rust<\/button>/>Roest<\/button>/g
s/>Coal</>Kool</g
s/>Navy</>Marine</g
s/>Ayu</>Nacht</g
s/title="Search (`\/`)"/title="Zoeken (`\/`)"/g
s/Toggle Searchbar/Zoeken/g
s/Search this book \.\.\./Zoek in alle pagina's …/g
s/Print this book/Alles afdrukken/g
s/Page navigation/Vorige en volgende/g
s/Previous chapter/Vorig hoofdstuk/g
s/Next chapter/Volgend hoofdstuk/g
s/'No search results for \\''/'Niets gevonden voor \\''/
s/ search results for \\''/ keer gevonden: \\''/
s/Copy to clipboard/Kopiëren/g
s/'Copied!'/'Gekopieerd'/g
s/'Clipboard error!'/'Kopiëren lukte niet'/g
