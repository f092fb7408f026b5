"""Makes files that nobody should send in a folder, and lists what ketenscan must say about each.

None of them is stored in the repository: some unpack to gigabytes.
The folder gets an `expected.tsv`: file, code of the only problem (or `-` where the file is read
as it stands), and a word from its message.
"""

import argparse
from pathlib import Path

from corpus import Corpus
from ods import ods_files
from other import other_files
from xls import xls_files
from xlsb import xlsb_files
from xlsx import xlsx_files


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True, help="an untouched template (xlsx)")
    parser.add_argument("--out", type=Path, required=True, help="an existing folder")
    arguments = parser.parse_args()
    corpus = Corpus(arguments.out)
    base = arguments.base.read_bytes()
    xlsx_files(corpus, base)
    ods_files(corpus)
    xls_files(corpus)
    xlsb_files(corpus)
    other_files(corpus, base)
    corpus.finish()
    print(f"{len(corpus.expected)} files made")


if __name__ == "__main__":
    main()
