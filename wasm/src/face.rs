//! The function that scripts see.
#![allow(unsafe_code, missing_docs, reason = "what the macro of wasm-bindgen writes")]

use wasm_bindgen::prelude::wasm_bindgen;

use crate::answer::Answer;

/// What a call gave back.
#[wasm_bindgen]
pub struct Reply(Answer);

#[wasm_bindgen]
impl Reply {
    /// The answer, as JSON.
    #[wasm_bindgen(getter)]
    pub fn answer(&self) -> String {
        self.0.json.clone()
    }

    /// The file that was made, if one was.
    #[wasm_bindgen(getter)]
    pub fn file(&self) -> Option<Vec<u8>> {
        self.0.file.clone()
    }
}

/// Answers a question (JSON) about up to two files.
#[wasm_bindgen]
pub fn call(request: &str, first: Option<Vec<u8>>, second: Option<Vec<u8>>) -> Reply {
    let files: Vec<Vec<u8>> = first.into_iter().chain(second).collect();
    Reply(crate::call(request, &files))
}
