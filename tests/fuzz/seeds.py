#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the fuzzing programs start from, and what they found in words.

    seeds.py TESTS FOLDER         writes a folder of inputs for each program, and ID.dict with the members' names
    seeds.py TESTS ID INPUT       tells what an input of the system ID is: vector, status, body
"""

import json
import pathlib
import sys

SYSTEMS = ["pabbly", "onemsg", "whatsjet", "wabotick", "whatomate"]
OTHER_STATUSES = [400, 401, 404, 429, 500]
WORDS = ["null", "true", "false", "-1", "1e999", "9223372036854775808", '"\\ud83d"', '"\\u0000"', "[]", "{}", '""']


def read_vectors(tests, system):
    return json.loads((tests / "provider" / "vectors" / f"{system}.json").read_text(encoding="utf-8"))


def status_byte(status):
    """200 to 263, 300 to 363 and so on are one byte; the rest has none."""
    family, number = divmod(status - 200, 100)
    return family * 64 + number if 0 <= family < 4 and number < 64 else None


def body_of(vector):
    raw = vector.get("raw_body")
    return (raw if raw is not None else json.dumps(vector["response"], ensure_ascii=False)).encode()


def names_in(value):
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for element in value:
            yield from names_in(element)


def component_lists(value):
    if isinstance(value, dict):
        if isinstance(value.get("components"), list):
            yield value["components"]
        value = list(value.values())
    if isinstance(value, list):
        for element in value:
            yield from component_lists(element)


def escape(word):
    return "".join(chr(byte) if 32 <= byte < 127 and chr(byte) not in '"\\' else f"\\x{byte:02x}" for byte in word.encode())


def write_dictionary(path, names):
    words = WORDS + [json.dumps(name) for name in sorted(names)]
    path.write_text("".join(f'"{escape(word)}"\n' for word in words), encoding="utf-8")


def write_inputs(folder, inputs):
    folder.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(inputs):
        (folder / f"seed-{number:04}").write_bytes(content)


def answers(vectors):
    """Each golden answer with its own status, and as a failure."""
    for index, vector in enumerate(vectors):
        own = status_byte(vector["status"])
        body = body_of(vector)
        if own is not None:
            yield bytes([index, own]) + body
        for status in OTHER_STATUSES:
            yield bytes([index, status_byte(status)]) + body


def write_all(tests, out):
    all_names, bodies, templates = set(), [], []
    for system in SYSTEMS:
        vectors = read_vectors(tests, system)
        names = set(names_in([vector["response"] for vector in vectors]))
        write_inputs(out / system, answers(vectors))
        write_dictionary(out / f"{system}.dict", names)
        all_names |= names
        bodies += [body_of(vector) for vector in vectors]
        templates += [json.dumps(found, ensure_ascii=False).encode() for found in component_lists(vectors)]
    for program, inputs in [("json", bodies), ("template", templates)]:
        write_inputs(out / program, sorted(set(inputs)))
        write_dictionary(out / f"{program}.dict", all_names)


def tell(tests, system, path):
    content = pathlib.Path(path).read_bytes()
    vector = read_vectors(tests, system)[content[0]]
    status = 200 + content[1] // 64 * 100 + content[1] % 64
    print(f"{vector['name']} ({vector['op']}), status {status}, body: {content[2:]!r}")


def main():
    tests = pathlib.Path(sys.argv[1])
    if len(sys.argv) == 4:
        tell(tests, sys.argv[2], sys.argv[3])
    else:
        write_all(tests, pathlib.Path(sys.argv[2]))


if __name__ == "__main__":
    main()
