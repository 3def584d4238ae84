namespace Proof.Parameters.Kinds;

/// <summary>The ARN of a Lambda function.</summary>
internal sealed class FunctionKind() : ArnKind("function", "lambda:InvokeFunction", "calls")
{
    public override string Expected => "the ARN of a Lambda function";

    public override string Sample => "arn:aws:lambda:us-east-1:123456789012:function:check";
}
