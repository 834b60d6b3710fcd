import { createServer, type Socket } from "node:net";

/** A mail server of the tests: takes every mail, or hangs, or refuses. */
export interface MailServer {
  url: string;
  mails: { to: string[]; text: string }[];
  behave(how: "takes" | "hangs" | "refuses"): void;
  stop(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const mails: MailServer["mails"] = [];
  const sockets = new Set<Socket>();
  let how: Parameters<MailServer["behave"]>[0] = "takes";

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    if (how === "hangs") return;
    let to: string[] = [];
    let data: string[] | null = null;
    let rest = "";
    socket.write("220 tests\r\n");
    socket.on("data", (bytes) => {
      const lines = (rest + bytes.toString("utf8")).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (data !== null && line !== ".") data.push(line.replace(/^\./, ""));
        else if (data !== null) {
          mails.push({ to, text: data.join("\n") });
          [to, data] = [[], null];
          socket.write("250 taken\r\n");
        } else if (/^RCPT/i.test(line)) {
          if (how === "refuses") {
            socket.write("550 no such mailbox\r\n");
            continue;
          }
          to.push(/<(.*)>/.exec(line)?.[1] ?? "");
          socket.write("250 ok\r\n");
        } else if (/^DATA/i.test(line)) {
          data = [];
          socket.write("354 go on\r\n");
        } else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
        else socket.write("250 ok\r\n");
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    behave(next) {
      how = next;
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
