#!/usr/bin/env python3
"""A FHIR server of the tests' own: remembers what it was sent by its ifNoneExist, and misbehaves by path.

usage: fhir_server.py [CERTIFICATE KEY]     (with them: TLS)
Prints its port, and serves until its standard input ends.
"""
import http.server
import json
import ssl
import sys
import threading

stored = {}
TYPE = "application/fhir+json"


def outcome(*issues):
    return json.dumps({"resourceType": "OperationOutcome", "issue": list(issues)})


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *words):
        pass

    def answer(self, status, body, kind=TYPE, **headers):
        body = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", headers.pop("length", str(len(body))))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        getattr(self, "at_" + self.path.strip("/"))(body)

    def at_ok(self, body):
        if not self.headers["Content-Type"].startswith(TYPE):
            return self.answer(415, outcome({"severity": "error", "code": "not-supported"}))
        entries = []
        for entry in json.loads(body)["entry"]:
            key = entry["request"]["ifNoneExist"]
            status = "200 OK" if key in stored else "201 Created"
            location = stored.setdefault(key, "%s/%d/_history/1" % (entry["request"]["url"], len(stored) + 1))
            entries.append({"response": {"status": status, "location": location}})
        self.answer(200, json.dumps({"resourceType": "Bundle", "type": "transaction-response", "entry": entries}))

    def at_token(self, body):
        if self.headers["Authorization"] == "Bearer open-sesame":
            return self.at_ok(body)
        self.answer(401, outcome({"severity": "error", "code": "login"}))

    def at_refuse(self, body):
        self.answer(422, outcome({"severity": "error", "code": "required", "diagnostics": "Patient.name is missing",
                                  "expression": ["Patient.name"]},
                                 {"severity": "warning", "code": "value", "details": {"text": "odd phone"}}))

    def at_rule(self, body):
        self.answer(422, outcome({"severity": "error", "code": "business-rule", "expression": ["Task.owner"]}))

    def at_part(self, body):
        self.answer(200, json.dumps({"resourceType": "Bundle", "type": "transaction-response", "entry": [
            {"response": {"status": "201 Created", "location": "Patient/1"}},
            {"response": {"status": "412 Precondition Failed", "outcome": json.loads(
                outcome({"severity": "error", "code": "duplicate", "diagnostics": "two of them"}))}}]}))

    def at_few(self, body):
        self.answer(200, json.dumps({"resourceType": "Bundle", "type": "transaction-response", "entry": [
            {"response": {"status": "201 Created", "location": "Patient/1"}}]}))

    def at_html(self, body):
        self.answer(502, "<html><TITLE>502 Bad\nGateway</TITLE></html>", "text/html")

    def at_portal(self, body):
        self.answer(200, "<html>Welcome to our Wi-Fi</html>", "text/html")

    def at_redirect(self, body):
        self.answer(307, "", "text/plain", Location="/ok")

    def at_number(self, body):
        self.answer(200, '{"resourceType":"Bundle","x":1e999}')

    def at_deep(self, body):
        self.answer(200, "[" * 500000)

    def at_types(self, body):
        self.answer(200, '{"resourceType":5,"type":{},"entry":7}')

    def at_entries(self, body):
        self.answer(200, '{"resourceType":"Bundle","type":"transaction-response","entry":[5,{"response":{"status":201}}]}')

    def at_issues(self, body):
        self.answer(422, json.dumps({"resourceType": "OperationOutcome", "issue": [
            5, {"severity": 7, "code": [], "details": "x", "expression": {}},
            {"severity": "error", "code": "value", "diagnostics": "\u00e9" * 100000}]}))

    def at_truncated(self, body):
        self.answer(200, '{"resourceType":"Bundle",', length="4000")

    def at_silent(self, body):
        self.close_connection = True

    def at_huge(self, body):
        try:
            self.answer(200, " " * (5 << 20))
        except (BrokenPipeError, ConnectionResetError, ssl.SSLError):
            pass

    def at_slow(self, body):
        self.connection.recv(1)  # until the client has gone
        self.close_connection = True


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
if len(sys.argv) > 2:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[1], sys.argv[2])
    server.socket = context.wrap_socket(server.socket, server_side=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
