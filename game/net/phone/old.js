// Every browser can read this: it says so where the page itself cannot be read.
addEventListener("load", function () {
  var begun = document.documentElement.getAttribute("data-page") === "begun";
  document.getElementById("old").hidden = begun && "WebSocket" in window;
});
