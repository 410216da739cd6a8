/** Sorts tables by their headers and says who stands behind a cell. Written for browsers, without a framework; texts go in as text. */
export const script = `"use strict";
const data = JSON.parse(document.getElementById("data").textContent);

const valueOf = (row, column) => {
  const cell = row.cells[column];
  return cell.dataset.value === undefined ? cell.textContent.trim() : Number(cell.dataset.value);
};
const compare = (a, b) =>
  typeof a === "number" ? a - b : a.localeCompare(b, undefined, { numeric: true, sensitivity: "base" });

for (const table of document.querySelectorAll("table.sortable"))
  for (const [column, header] of [...table.tHead.rows[0].cells].entries()) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...header.childNodes);
    header.append(button);
    button.addEventListener("click", () => {
      const first = header.classList.contains("number") ? "descending" : "ascending";
      const other = first === "ascending" ? "descending" : "ascending";
      const direction = header.ariaSort === first ? other : first;
      for (const one of table.tHead.rows[0].cells) one.ariaSort = null;
      header.ariaSort = direction;
      const sign = direction === "ascending" ? 1 : -1;
      const rows = [...table.tBodies[0].rows];
      rows.sort((a, b) => sign * compare(valueOf(a, column), valueOf(b, column)));
      table.tBodies[0].append(...rows);
    });
  }

const hrefOf = new Map(
  [...document.querySelectorAll("#students a[data-student]")].map((link) => [link.dataset.student, link.getAttribute("href")]),
);
for (const button of document.querySelectorAll(".heat button"))
  button.addEventListener("click", () => {
    const panel = button.closest(".scroll").querySelector(".who");
    for (const one of panel.closest(".scroll").querySelectorAll(".heat button")) one.ariaPressed = String(one === button);
    const { exercise, function: name, status } = button.dataset;
    const title = document.createElement("p");
    title.textContent = name + ", " + status + ":";
    const list = document.createElement("ul");
    list.className = "names";
    for (const place of data.cells[exercise + " " + name + " " + status] ?? []) {
      const student = data.students[place];
      const link = document.createElement("a");
      link.textContent = student.name;
      link.href = hrefOf.get(student.id);
      Object.assign(link.dataset, { student: student.id, exercise, function: name });
      const item = document.createElement("li");
      item.append(link);
      list.append(item);
    }
    panel.replaceChildren(title, list);
  });
`;
