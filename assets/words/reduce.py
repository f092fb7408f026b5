#!/usr/bin/env python3
"""Cuts OpenTaal's word list down to dutch.txt: python3 reduce.py /usr/share/dict/dutch > dutch.txt

Only words in lower case are kept: no name of a person or place is among them. A word that the program can take apart
(src/privacy/words.rs) is left out, as are words too long to be met often. The rules here are those of the program.
"""

import re
import sys

SHORTEST_PART = 4
LONGEST = 13
ENDINGS = "en s e t de te er ere st ste den ten tje je jes tjes end ende n".split()


def simple(word, known):
    return word in known or any(
        word.endswith(ending) and len(word) - len(ending) >= SHORTEST_PART and word[: -len(ending)] in known
        for ending in ENDINGS
    )


def compound(word, known):
    for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        first, second = word[:at], word[at:]
        linked = first.endswith("s") and at > SHORTEST_PART and simple(first[:-1], known)
        if (linked or simple(first, known)) and simple(second, known):
            return True
    return False


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        words = {word for word in file.read().split("\n") if re.fullmatch(r"[a-zà-öø-ÿ]{2,}", word)}
    kept = set()
    for word in sorted(words, key=lambda word: (len(word), word)):
        if len(word) <= LONGEST and not simple(word, kept) and not compound(word, kept):
            kept.add(word)
    # By bytes, as the program searches.
    sys.stdout.write("\n".join(sorted(kept, key=lambda word: word.encode())) + "\n")


main()
