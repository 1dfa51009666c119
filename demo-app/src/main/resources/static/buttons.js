// Sends a message for each press, and shows what comes back.
"use strict";

const lamp = document.getElementById("lamp");
const buttons = document.querySelectorAll("#buttons button");
const scheme = location.protocol === "https:" ? "wss:" : "ws:";

function connect() {
  const socket = new WebSocket(`${scheme}//${location.host}/buttons/live`);
  const enable = (on) => buttons.forEach((button) => (button.disabled = !on));
  const press = (event) =>
    socket.send(JSON.stringify({ event: event.currentTarget.dataset.event }));

  socket.onopen = () => {
    enable(true);
    buttons.forEach((button) => (button.onclick = press));
  };
  socket.onmessage = ({ data }) => {
    const answer = JSON.parse(data);
    lamp.style.setProperty("--colour", answer.colour);
    lamp.textContent = `${answer.button} took ${answer.took.toFixed(1)} ms`;
  };
  socket.onclose = () => {
    enable(false);
    setTimeout(connect, 2000);
  };
}

connect();
