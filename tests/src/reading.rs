//! The accessibility tree as text: what a screen reader is told, in the order in which it reads.

use std::collections::HashMap;

use serde_json::Value;

/// Roles that say nothing by themselves.
const SILENT: [&str; 5] = ["none", "generic", "InlineTextBox", "LineBreak", "ListMarker"];
/// States and properties that are said with a name.
const SAID: [&str; 8] = ["level", "expanded", "current", "invalid", "live", "atomic", "checked", "required"];

/// The tree of `Accessibility.getFullAXTree` as lines: role, name, states; text that stands alone is quoted.
pub(crate) fn told(tree: &Value) -> String {
    let nodes = tree.get("nodes").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let by_id: HashMap<&str, &Value> =
        nodes.iter().filter_map(|node| Some((text(node, "/nodeId")?, node))).collect();
    let mut lines = Vec::new();
    if let Some(root) = nodes.first() {
        tell(root, &by_id, 0, &mut lines);
    }
    lines.join("\n")
}

fn tell(node: &Value, nodes: &HashMap<&str, &Value>, depth: usize, lines: &mut Vec<String>) {
    let role = text(node, "/role/value").unwrap_or_default();
    let name = text(node, "/name/value").unwrap_or_default();
    let is_ignored = node.get("ignored").and_then(Value::as_bool).unwrap_or_default();
    let indent = "  ".repeat(depth);
    let mut below = depth;
    if role == "StaticText" && !is_ignored {
        lines.push(format!("{indent}{name:?}"));
        return;
    }
    if !is_ignored && !SILENT.contains(&role) {
        lines.push(format!("{indent}{role} {name:?}{}", states(node)));
        below += 1;
    }
    let children = node.get("childIds").and_then(Value::as_array);
    for child in children.into_iter().flatten().filter_map(|id| nodes.get(id.as_str()?)) {
        tell(child, nodes, below, lines);
    }
}

fn states(node: &Value) -> String {
    let properties = node.get("properties").and_then(Value::as_array);
    let said = properties.into_iter().flatten().filter_map(|property| {
        let name = text(property, "/name").filter(|name| SAID.contains(name))?;
        let value = property.pointer("/value/value")?;
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        (value != "false").then(|| format!(" {name}={value}"))
    });
    said.collect()
}

fn text<'a>(node: &'a Value, place: &str) -> Option<&'a str> {
    node.pointer(place).and_then(Value::as_str)
}
