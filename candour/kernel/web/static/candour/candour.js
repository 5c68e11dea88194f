// What script adds to pages that work without it: GOV.UK's own small helps, menus that close, arrow keys in pictures.
import { initAll } from "../govuk-frontend/govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

// A menu made of <details> closes when the person goes elsewhere or presses Escape.
const menus = () => document.querySelectorAll("details.menu[open]");
document.addEventListener("click", (event) => {
  menus().forEach((menu) => menu.contains(event.target) || menu.removeAttribute("open"));
});

// In a picture, left and right go along a lane, up and down between lanes; the row of the table is marked along.
const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

const lanesOf = (picture) => {
  const lanes = new Map();
  picture.querySelectorAll("a[data-lane]").forEach((mark) => {
    const lane = mark.dataset.lane;
    lanes.set(lane, [...(lanes.get(lane) ?? []), mark]);
  });
  return [...lanes.values()];
};

const across = (mark) => mark.getBoundingClientRect().left;

const nearest = (marks, from) =>
  marks.reduce((best, one) => (Math.abs(across(one) - across(from)) < Math.abs(across(best) - across(from)) ? one : best));

const next = (picture, from, [down, along]) => {
  const lanes = lanesOf(picture);
  const lane = lanes.findIndex((marks) => marks.includes(from));
  if (along) return lanes[lane]?.[lanes[lane].indexOf(from) + along];
  return lanes[lane + down] && nearest(lanes[lane + down], from);
};

const markRow = (mark) => {
  const target = mark.getAttribute("href") ?? "";
  document.querySelectorAll("tr.is-chosen").forEach((row) => row.classList.remove("is-chosen"));
  if (target.startsWith("#")) document.getElementById(target.slice(1))?.closest("tr")?.classList.add("is-chosen");
};

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") menus().forEach((menu) => menu.removeAttribute("open"));
  const picture = event.target.closest?.(".picture");
  if (!picture) return;
  const mark = event.target.closest("a[data-lane]");
  if (event.key === "Escape" && mark) picture.focus();
  if (!(event.key in STEPS)) return;
  const to = mark ? next(picture, mark, STEPS[event.key]) : picture.querySelector("a[data-lane]");
  if (!to) return;
  event.preventDefault();
  to.focus();
  markRow(to);
});

// A picture is one stop of the Tab key: its marks are reached by arrows, and every one of them is in the table too.
document.querySelectorAll(".picture").forEach((picture) => {
  const marks = picture.querySelectorAll("a[data-lane]");
  if (!marks.length) return;
  picture.tabIndex = 0;
  marks.forEach((mark) => mark.setAttribute("tabindex", "-1"));
});

// A page that waits for the worker asks by itself whether there is news, and loads again once, when there is.
const WAITS = "data-waits", SECONDS = 2;

const lookAgain = async () => {
  const answer = await fetch(location.pathname + location.search).catch(() => null);
  if (answer?.ok && !(await answer.text()).includes(WAITS)) location.reload();
  else setTimeout(lookAgain, SECONDS * 1000);
};

if (document.querySelector(`[${WAITS}]`)) setTimeout(lookAgain, SECONDS * 1000);
