//! One driver's address: sends a command, hands back its value. What commands mean is told in `session`.

use std::time::Duration;

use serde_json::Value;
use ureq::Agent;

use super::{Driven, WebDriverError};

/// A full-page picture in base64 is the largest answer.
const LARGEST_ANSWER: u64 = 200_000_000;

/// Longer than any wait of our own, so that those give the better message.
const LONGEST_COMMAND: Duration = Duration::from_secs(90);

pub struct Wire {
    agent: Agent,
    base: String,
}

enum Method {
    Get,
    Post,
    Delete,
}

impl Wire {
    pub fn to(port: u16) -> Self {
        let config = Agent::config_builder()
            .timeout_global(Some(LONGEST_COMMAND))
            .http_status_as_error(false)
            .build();
        Self {
            agent: config.into(),
            base: format!("http://127.0.0.1:{port}"),
        }
    }

    pub fn get(&self, path: &str) -> Driven<Value> {
        self.send(&Method::Get, path, &Value::Null)
    }

    pub fn post(&self, path: &str, body: &Value) -> Driven<Value> {
        self.send(&Method::Post, path, body)
    }

    pub fn delete(&self, path: &str) -> Driven<Value> {
        self.send(&Method::Delete, path, &Value::Null)
    }

    fn send(&self, method: &Method, path: &str, body: &Value) -> Driven<Value> {
        let url = format!("{}{path}", self.base);
        let answer = match method {
            Method::Get => self.agent.get(&url).call(),
            Method::Delete => self.agent.delete(&url).call(),
            Method::Post => self.agent.post(&url).send_json(body),
        };
        let read = answer.and_then(|mut answer| {
            answer
                .body_mut()
                .with_config()
                .limit(LARGEST_ANSWER)
                .read_json::<Value>()
        });
        let mut answer = read.map_err(|error| WebDriverError::Unreadable {
            command: without_session(path),
            reason: error.to_string(),
        })?;
        let value = answer["value"].take();
        match value["error"].as_str() {
            None => Ok(value),
            Some(error) => Err(WebDriverError::Refused {
                command: without_session(path),
                error: error.to_owned(),
                message: value["message"].as_str().unwrap_or_default().to_owned(),
            }),
        }
    }
}

/// The command in a path, without the long session id.
fn without_session(path: &str) -> String {
    path.strip_prefix("/session/")
        .and_then(|path| path.split_once('/'))
        .map_or(path, |(_, command)| command)
        .to_owned()
}
