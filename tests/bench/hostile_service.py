# SPDX-FileCopyrightText: The Sheaf authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A model's service that misbehaves at random, in both vendors' forms, on loopback; it counts by itself what is paid.

Anthropic: /v1/messages, /v1/messages/batches…  OpenAI: /v1/models, /v1/chat/completions, /v1/files, /v1/batches…

A prompt is paid when its answer is made, whatever becomes of the reply. The same prompt paid twice is what must not
happen: `Service.paid` counts by the text of the prompt.
"""
import collections
import hashlib
import json
import random
import re
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PRICE_IN, PRICE_OUT = 1.0, 5.0  # US dollars a million tokens, of single requests
BATCH_SHARE = 0.5


def example(schema, words):
    if "enum" in schema:
        return schema["enum"][0]
    if "anyOf" in schema:
        return example(next(s for s in schema["anyOf"] if s.get("type") != "null"), words)
    kind = schema.get("type")
    if kind == "object":
        return {key: example(sub, words) for key, sub in schema.get("properties", {}).items()}
    if kind == "array":
        return [example(schema.get("items", {}), words)]
    return {"integer": 1, "number": 0.5, "boolean": True}.get(kind, words)


def stamp(seconds=0):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + seconds))


class Cut(Exception):
    """The connection ends here; `sent` bytes of the reply go out before."""

    def __init__(self, sent=0):
        self.sent = sent


class Service:
    """What both vendors have in common: faults, answers, money. One lock: a request at a time."""

    # of each hundred requests that ask a model, so many fare so
    SINGLE_FAULTS = {"429 with retry-after": 4, "429 without": 2, "529": 3, "500": 1, "gateway": 1, "arrived, then cut": 3,
                     "cut in the reply": 2, "reply is half JSON": 2, "reply of wrong types": 2, "half JSON": 4,
                     "wrong types": 4, "prose": 2, "too long": 2, "refusal": 2, "elsewhere": 2, "drip": 5}
    CREATE_FAULTS = {"429 with retry-after": 6, "529": 6, "500": 5, "gateway": 4, "arrived, then cut": 12,
                     "cut in the reply": 6, "made twice": 4, "reply of wrong types": 4, "elsewhere": 4}
    LOOK_FAULTS = {"429 without": 3, "529": 5, "500": 4, "arrived, then cut": 5, "reply is half JSON": 3,
                   "reply of wrong types": 3, "elsewhere": 2, "drip": 2}
    RESULT_FAULTS = {"half JSON": 3, "wrong types": 3, "too long": 2, "errored": 4, "expired": 4, "canceled": 2,
                     "missing": 3, "twice": 4, "reply of wrong types": 2}
    BATCH_FATES = {"never ends": 8, "expires": 6}

    def __init__(self, seed, elsewhere):
        self.chance = random.Random(seed)
        self.elsewhere = elsewhere  # another host's address
        self.lock = threading.RLock()
        self.paid = collections.Counter()
        self.paid_usd = 0.0
        self.most_usd = 0.0
        self.faults = collections.Counter()
        self.urls = []
        self.batches, self.files = {}, {}
        self.calm = False

    def fault(self, kinds):
        if self.calm:
            return None
        throw = self.chance.uniform(0, 100)
        for name, share in kinds.items():
            throw -= share
            if throw < 0:
                self.faults[name] += 1
                return name
        return None

    def pay(self, prompt, output, share):
        self.paid[hashlib.sha256(prompt.encode()).hexdigest()] += 1
        self.paid_usd += share * (len(prompt) / 4 * PRICE_IN + len(output) / 4 * PRICE_OUT) / 1e6

    def paid_twice(self):
        return sum(count - 1 for count in self.paid.values())

    def written(self, prompt, schema, fault):
        """What the model writes, and why it stops."""
        document = re.search(r"^[A-Z][^\n]{20,}[.]$", prompt, re.M)
        answer = example(schema, document.group(0) if document else "nothing")
        text = json.dumps(answer)
        if fault == "half JSON":
            return text[:len(text) // 2], "stop"
        if fault == "wrong types":
            return json.dumps({key: {"value": {"n": [7]}, "quotes": "none"} for key in answer}), "stop"
        if fault == "prose":
            return f"Here is the answer you asked for:\n```json\n{text}\n```\nI hope this helps.", "stop"
        if fault == "too long":
            return text[:len(text) // 3], "length"
        if fault == "refusal":
            return "I cannot help with that.", "refusal"
        return text, "stop"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    service = None

    def log_message(self, *_):
        pass

    def do_GET(self):
        self.serve()

    do_POST = do_DELETE = do_GET

    def serve(self):
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        try:
            with self.service.lock:
                self.service.urls.append(self.path)
                status, headers, reply, drips = self.route(body)
        except Cut:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        self.answer(status, headers, reply, drips)

    def answer(self, status, headers, reply, drips):
        cut = headers.pop("cut", None)
        if self.path.endswith(("/messages", "/completions")):
            time.sleep(self.service.chance.uniform(0.1, 2))  # a model thinks
        try:
            self.send_response(status)
            for name, value in {"content-type": "application/json", **headers}.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(reply)))
            self.end_headers()
            if cut:
                self.wfile.write(reply[:len(reply) // 2])
                self.close_connection = True
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            for begin in range(0, len(reply), max(1, len(reply) // drips)):
                self.wfile.write(reply[begin:begin + max(1, len(reply) // drips)])
                self.wfile.flush()
                time.sleep(0.05 if drips > 1 else 0)
        except OSError:
            self.close_connection = True  # the other side was killed

    def route(self, body):
        path = self.path.split("?")[0].removeprefix("/v1")
        asked = json.loads(body) if body[:1] == b"{" else {}
        for begin, run in self.routes():
            if path.startswith(begin):
                return run(path, asked, body)
        return self.error(404, "not_found_error", "there is no such thing")

    def error(self, status, kind, message, **headers):
        text = {"type": "error", "error": {"type": kind, "message": message}}
        return status, {name.replace("_", "-"): value for name, value in headers.items()}, json.dumps(text).encode(), 1

    def refusal(self, fault):
        """The reply where nothing is done; None: it is done."""
        if fault == "429 with retry-after":
            return self.error(429, "rate_limit_error", "too fast", retry_after="1")
        if fault == "429 without":
            return self.error(429, "rate_limit_error", "too fast")
        if fault == "529":
            return self.error(529, "overloaded_error", "overloaded")
        if fault == "500":
            return self.error(500, "api_error", "it broke")
        if fault == "gateway":
            return 502, {"content-type": "text/html"}, b"<html><h1>Bad gateway</h1></html>", 1
        if fault == "elsewhere":
            return 307, {"location": self.service.elsewhere + self.path}, b"", 1
        return None

    def reply(self, value, fault):
        """A good reply, spoilt."""
        text = json.dumps(value).encode()
        if fault == "arrived, then cut":
            raise Cut
        if fault == "reply is half JSON":
            text = text[:len(text) // 2]
        if fault == "reply of wrong types":
            text = json.dumps({key: [7] if isinstance(sub, (str, dict)) else "7" for key, sub in value.items()}).encode()
        return 200, {"cut": "1"} if fault == "cut in the reply" else {}, text, 20 if fault == "drip" else 1

    def routes(self):
        return [("/messages/batches", self.anthropic_batches), ("/messages", self.message), ("/models", self.models),
                ("/chat/completions", self.completion), ("/files", self.openai_files), ("/batches", self.openai_batches)]

    # one request, one answer

    def message(self, _, asked, __):
        fault = self.service.fault(Service.SINGLE_FAULTS)
        return self.refusal(fault) or self.reply(self.anthropic_answer(asked, fault, 1), fault)

    def completion(self, _, asked, __):
        fault = self.service.fault(Service.SINGLE_FAULTS)
        return self.refusal(fault) or self.reply(self.openai_answer(asked, fault, 1), fault)

    def models(self, *_):
        return self.reply({"object": "list", "data": [{"id": "hostile", "object": "model"}]}, None)

    def anthropic_answer(self, params, fault, share):
        prompt = "\n".join(block["text"] for message in params["messages"] for block in message["content"])
        text, stop = self.service.written(prompt, params["output_config"]["format"]["schema"], fault)
        self.service.pay(prompt, text, share)
        stop = {"stop": "end_turn", "length": "max_tokens"}.get(stop, stop)
        return {"id": "msg_1", "type": "message", "role": "assistant", "model": params["model"], "stop_reason": stop,
                "content": [{"type": "text", "text": text}],
                "usage": {"input_tokens": len(prompt) // 4, "output_tokens": len(text) // 4}}

    def openai_answer(self, params, fault, share):
        prompt = "\n".join(message["content"] for message in params["messages"])
        text, stop = self.service.written(prompt, params["response_format"]["json_schema"]["schema"], fault)
        self.service.pay(prompt, text, share)
        stop = {"refusal": "content_filter"}.get(stop, stop)
        return {"id": "chatcmpl-1", "object": "chat.completion", "model": params["model"],
                "choices": [{"index": 0, "finish_reason": stop, "message": {"role": "assistant", "content": text}}],
                "usage": {"prompt_tokens": len(prompt) // 4, "completion_tokens": len(text) // 4}}

    # batches

    def make(self, items, **more):
        batch = {"id": f"batch_{len(self.service.batches)}", "items": items, "created": time.time(),
                 "ready": time.time() + self.service.chance.uniform(0.2, 2.5),
                 "fate": self.service.fault(Service.BATCH_FATES), "canceled": False, "lines": None, **more}
        self.service.batches[batch["id"]] = batch
        return batch

    def has_ended(self, batch):
        return batch["canceled"] or (batch["fate"] != "never ends" and time.time() >= batch["ready"])

    def outcomes(self, batch, answer):
        """Of each item: its custom id, how it fared, its answer. Made, and paid, once."""
        if batch["lines"] is None:
            batch["lines"] = []
            for item in batch["items"]:
                fault = "canceled" if batch["canceled"] else "expired" if batch["fate"] == "expires" else \
                    self.service.fault(Service.RESULT_FAULTS)
                good = fault not in ("errored", "expired", "canceled")
                made = answer(item.get("params") or item.get("body"), fault, BATCH_SHARE) if good else None
                if fault == "reply of wrong types":
                    made = {"content": 7, "choices": "none"}
                if fault != "missing":
                    batch["lines"] += [(item["custom_id"], fault if not good else None, made)] * (1 + (fault == "twice"))
            self.service.chance.shuffle(batch["lines"])
        return batch["lines"]

    def created(self, items, view, **more):
        fault = self.service.fault(Service.CREATE_FAULTS)
        if refusal := self.refusal(fault if fault != "gateway" else None):
            return refusal
        batch = self.make(items, **more)
        if fault == "made twice":
            twin = self.make([], **more)  # a proxy repeated it; the twin answers nothing, so nothing is paid for it
            twin["items"] = items
            twin["fate"] = "never ends"
            fault = "arrived, then cut"
        if fault == "gateway":
            return self.refusal("gateway")
        return self.reply(view(batch), fault)

    def anthropic_batches(self, path, asked, _):
        name, _, rest = path.removeprefix("/messages/batches").strip("/").partition("/")
        if not name and self.command == "POST":
            return self.created(asked["requests"], self.anthropic_view)
        fault = self.service.fault(Service.LOOK_FAULTS)
        if refusal := self.refusal(fault):
            return refusal
        if not name:
            data = [self.anthropic_view(batch) for batch in reversed(self.service.batches.values())]
            return self.reply({"data": data, "has_more": False, "first_id": None, "last_id": None}, fault)
        batch = self.service.batches.get(name)
        if batch is None:
            return self.error(404, "not_found_error", "no such batch")
        if rest == "cancel":
            batch["canceled"] = batch["canceled"] or not self.has_ended(batch)
        if rest != "results":
            return self.reply(self.anthropic_view(batch), fault)
        lines = []
        for custom_id, why, made in self.outcomes(batch, self.anthropic_answer):
            result = {"type": why or "succeeded"}
            if why == "errored":
                result["error"] = {"type": "error", "error": {"type": "api_error", "message": "it broke"}}
            if made:
                result["message"] = made
            lines.append(json.dumps({"custom_id": custom_id, "result": result}))
        return self.lines_reply(lines, fault)

    def lines_reply(self, lines, fault):
        text = ("\n".join(lines) + "\n").encode()
        if fault == "arrived, then cut":
            raise Cut
        return 200, {}, text[:len(text) * 2 // 3] if fault == "reply is half JSON" else text, 1

    def anthropic_view(self, batch):
        ended, count = self.has_ended(batch), len(batch["items"])
        late = batch["fate"] == "never ends"
        return {"id": batch["id"], "type": "message_batch", "processing_status": "ended" if ended else "in_progress",
                "request_counts": {"processing": 0 if ended else count, "succeeded": count if ended else 0, "errored": 0,
                                   "canceled": 0, "expired": 0},
                "created_at": stamp(batch["created"] - time.time()), "expires_at": stamp(-7200 if late else 86400),
                "ended_at": stamp() if ended else None,
                "results_url": f"http://{self.headers['host']}/v1/messages/batches/{batch['id']}/results"
                if ended else None}

    def openai_files(self, path, _, body):
        name = path.removeprefix("/files").strip("/").removesuffix("/content")
        fault = self.service.fault(Service.LOOK_FAULTS if name else Service.CREATE_FAULTS)
        if refusal := self.refusal(fault):
            return refusal
        if not name:
            lines = [line for line in body.split(b"\n") if line.startswith(b'{"')]
            name = f"file_{len(self.service.files)}"
            self.service.files[name] = b"\n".join(lines)
            return self.reply({"id": name, "object": "file", "purpose": "batch"}, fault)
        if name not in self.service.files:
            return self.error(404, "invalid_request_error", "no such file")
        if self.command == "DELETE":
            return self.reply({"id": name, "deleted": bool(self.service.files.pop(name))}, None)
        return self.lines_reply([self.service.files[name].decode()], fault)

    def openai_batches(self, path, asked, _):
        name, _, rest = path.removeprefix("/batches").strip("/").partition("/")
        if not name and self.command == "POST":
            lines = self.service.files[asked["input_file_id"]].decode().split("\n")
            return self.created([json.loads(line) for line in lines], self.openai_view, asked=asked)
        fault = self.service.fault(Service.LOOK_FAULTS)
        if refusal := self.refusal(fault):
            return refusal
        if not name:
            data = [self.openai_view(batch) for batch in reversed(self.service.batches.values())]
            return self.reply({"object": "list", "data": data, "has_more": False}, fault)
        batch = self.service.batches.get(name)
        if batch is None:
            return self.error(404, "invalid_request_error", "no such batch")
        if rest == "cancel":
            batch["canceled"] = batch["canceled"] or not self.has_ended(batch)
        return self.reply(self.openai_view(batch), fault)

    def openai_view(self, batch):
        ended, late = self.has_ended(batch), batch["fate"] == "never ends"
        status = "in_progress"
        if ended:
            status = "cancelled" if batch["canceled"] else "expired" if batch["fate"] == "expires" else "completed"
        view = {"id": batch["id"], "object": "batch", "status": status, "input_file_id": batch["asked"]["input_file_id"],
                "metadata": batch["asked"].get("metadata"), "created_at": int(batch["created"]),
                "expires_at": int(time.time() + (-7200 if late else 86400)), "output_file_id": None, "error_file_id": None,
                "request_counts": {"total": len(batch["items"]), "completed": 0, "failed": 0}}
        if ended:
            good, bad = [], []
            for custom_id, why, made in self.outcomes(batch, self.openai_answer):
                if made:
                    good.append({"id": "r", "custom_id": custom_id, "error": None,
                                 "response": {"status_code": 200, "request_id": "q", "body": made}})
                elif why == "errored":
                    bad.append({"id": "r", "custom_id": custom_id, "error": None, "response": {
                        "status_code": 500, "request_id": "q", "body": {"error": {"type": "server_error", "message": "no"}}}})
                else:
                    bad.append({"id": "r", "custom_id": custom_id, "response": None,
                                "error": {"code": f"batch_{why}", "message": "not run"}})
            for key, lines in (("output_file_id", good), ("error_file_id", bad)):
                if lines:
                    view[key] = f"{batch['id']}_{key}"
                    self.service.files[view[key]] = "\n".join(map(json.dumps, lines)).encode()
        return view


class Lure(BaseHTTPRequestHandler):
    """The other host: it must never get a key, nor a paper."""
    seen = []

    def log_message(self, *_):
        pass

    def do_GET(self):
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        Lure.seen.append(f"{self.command} {self.path} {self.headers} {body[:200]!r}")
        self.send_response(200)
        self.send_header("content-length", "0")
        self.end_headers()

    do_POST = do_GET


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass  # whoever asked was killed


def serve(seed):
    """The service and its address; its threads end with the program."""
    lure, server = Server(("127.0.0.2", 0), Lure), Server(("127.0.0.1", 0), Handler)
    Handler.service = Service(seed, f"http://127.0.0.2:{lure.server_port}")
    for each in (lure, server):
        threading.Thread(target=each.serve_forever, daemon=True).start()
    return Handler.service, f"http://127.0.0.1:{server.server_port}"
